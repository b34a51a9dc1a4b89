/// Forms: asks for what is missing, reads the reply, tells staff, and calls a person where that leads nowhere.
@NullMarked
package org.linli.dialogue.asking;

import org.jspecify.annotations.NullMarked;
