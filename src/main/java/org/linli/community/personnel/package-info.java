/// The people who work for a community, as administrators see and change them one by one.
@NullMarked
@NamedInterface("personnel")
package org.linli.community.personnel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
