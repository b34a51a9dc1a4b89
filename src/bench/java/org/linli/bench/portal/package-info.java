/// An official account's server as WxJava's documentation shows how to write one: what we compare with.
@NullMarked
package org.linli.bench.portal;

import org.jspecify.annotations.NullMarked;
