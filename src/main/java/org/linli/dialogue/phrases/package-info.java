/// Set phrases and their marks: what words say whatever the talk is about. Pure, and knows of no talk.
@NullMarked
package org.linli.dialogue.phrases;

import org.jspecify.annotations.NullMarked;
