/// A notice in other languages (译文), beside the Chinese: whoever reads it chooses.
@NullMarked
@NamedInterface("translations")
package org.linli.notices.translations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
