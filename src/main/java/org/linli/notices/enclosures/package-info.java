/// What is enclosed in a notice (附件): pictures and documents, each judged by its content before it is kept.
@NullMarked
@NamedInterface("enclosures")
package org.linli.notices.enclosures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
