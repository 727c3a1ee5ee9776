#!/usr/bin/env node
import { program } from 'commander';
import { auditCommand } from './commands/audit.js';
import { boardCommand } from './commands/board.js';
import { doctorCommand } from './commands/doctor.js';
import { letterCommand } from './commands/letter.js';
import { migrateCommand } from './commands/migrate.js';
import { restoredCommand } from './commands/restored.js';
import { seedCommand } from './commands/seed.js';
import { unstickCommand } from './commands/unstick.js';
import { tell } from './tell.js';

program
  .name('consilium')
  .description('Looks after an installation of Consilium. Settings come from the environment, or from what "npm start" left in CONSILIUM_HOME.')
  .showHelpAfterError();
for (const command of [migrateCommand(), seedCommand(), boardCommand(), auditCommand(), letterCommand(), doctorCommand(), unstickCommand(), restoredCommand()]) program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  tell(error);
}
