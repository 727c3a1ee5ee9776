/** "You: cN0, pathology: 2 positive nodes": a code on which opinions differ. */
export class DisagreementDto {
  /** laterality, nodes, malignant, ... */
  what!: string;
  mine!: string;
  theirs!: string;
  opinionId!: string;
  kind!: string;
  discipline!: string;
}

/** Target lesions summed after RECIST 1.1, in millimetres, and what follows of them. */
export class RecistDto {
  targets!: number;
  baselineSum!: number | null;
  smallestSum!: number | null;
  nowSum!: number;
  fromBaselinePercent!: number | null;
  fromSmallestPercent!: number | null;
  fromSmallestMm!: number | null;
  response!: 'complete' | 'partial' | 'stable' | 'progressive' | 'notEvaluable';
  because!: 'newLesions' | 'nonTargetProgression' | 'twentyPercentMore' | 'allGone' | 'nonTargetsRemain' | 'thirtyPercentLess' | 'neither' | 'noBaseline';
  /** Lesions too small at baseline to be targets. */
  doubts!: ('nodeBelow15' | 'lesionBelow10')[];
}
