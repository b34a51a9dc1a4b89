/// Where staff are signed in, so that they can be signed out from elsewhere.
@NullMarked
@NamedInterface("sessions")
package org.linli.web.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
