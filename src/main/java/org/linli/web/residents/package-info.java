/// The residents, for staff to look through and verify.
@NullMarked
package org.linli.web.residents;

import org.jspecify.annotations.NullMarked;
