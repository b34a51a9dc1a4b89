/// Elections as others write them down: Pabulib, PrefLib, Condorcet Election Format.
@NullMarked
package org.linli.polls.files;

import org.jspecify.annotations.NullMarked;
