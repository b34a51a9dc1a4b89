/// What clients call, and where the desk manages them.
@NullMarked
package org.linli.open311.web;

import org.jspecify.annotations.NullMarked;
