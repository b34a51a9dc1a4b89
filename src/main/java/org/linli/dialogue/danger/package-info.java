/// Emergencies (紧急求助): whom to call, staff at once, and only then the place; and all that is said until it is over.
@NullMarked
package org.linli.dialogue.danger;

import org.jspecify.annotations.NullMarked;
