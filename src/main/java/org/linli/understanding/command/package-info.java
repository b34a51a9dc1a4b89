/// The same understanding at the command line: no database, no Spring.
@NullMarked
package org.linli.understanding.command;

import org.jspecify.annotations.NullMarked;
