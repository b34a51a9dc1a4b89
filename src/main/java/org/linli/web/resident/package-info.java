/// How residents get to pages of their own: the platform in whose browser they are says who they are.
///
/// A page asks [org.linli.web.resident.Residence] who is there, and sends whoever is not known to
/// [org.linli.web.resident.Residence#door].
@NullMarked
@NamedInterface("resident")
package org.linli.web.resident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
