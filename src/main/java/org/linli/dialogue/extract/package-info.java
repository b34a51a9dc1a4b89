/// What was said about one matter, found again in what the inbox and the outbox keep.
@NullMarked
@NamedInterface("extract")
package org.linli.dialogue.extract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
