/// What residents say, label by label, as people keep it in the folder `intents/`.
@NullMarked
package org.linli.understanding.examples;

import org.jspecify.annotations.NullMarked;
