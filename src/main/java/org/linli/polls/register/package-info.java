/// Who may vote in a round (选民名册): drawn up when its vote opens, and told to whoever is not on it.
@NullMarked
package org.linli.polls.register;

import org.jspecify.annotations.NullMarked;
