/// What `deploy` holds, tried as its readers would.
@NullMarked
package org.linli.deploy;

import org.jspecify.annotations.NullMarked;
