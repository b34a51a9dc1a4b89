@NullMarked
package org.linli.hotline.web;

import org.jspecify.annotations.NullMarked;
