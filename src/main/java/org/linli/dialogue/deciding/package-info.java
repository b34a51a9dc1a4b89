/// Decides what a message leads to: which subject it opens, joins, corrects or goes on with. Pure.
@NullMarked
package org.linli.dialogue.deciding;

import org.jspecify.annotations.NullMarked;
