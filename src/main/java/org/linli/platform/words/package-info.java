/// The words of the project, which live in folders beside the code and may change while it runs.
@NullMarked
@NamedInterface("words")
package org.linli.platform.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
