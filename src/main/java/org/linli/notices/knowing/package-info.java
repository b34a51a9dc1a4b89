/// Who knows of a notice: how far it is, who said that they have read it, and to whose door somebody has to go.
@NullMarked
@NamedInterface("knowing")
package org.linli.notices.knowing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
