/// Classification with Apache OpenNLP, which stays behind this door.
@NullMarked
package org.linli.understanding.opennlp;

import org.jspecify.annotations.NullMarked;
