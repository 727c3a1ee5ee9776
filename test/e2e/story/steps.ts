/** Steps of one story, played once each. Where one fails, those after it fail at once and name it, instead of waiting for what can't come. */
export function steps(story: string): (name: string, play: () => unknown) => void {
  let endedAt: string | null = null;
  return (name, play) => {
    it(name, async () => {
      if (endedAt !== null) throw new Error(`${story} ended at: ${endedAt}`);
      endedAt = name;
      await play();
      endedAt = null;
    });
  };
}
