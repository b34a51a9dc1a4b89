/// The public notice board (公告栏): what everybody in a place was told, to be found again.
@NullMarked
package org.linli.notices.board;

import org.jspecify.annotations.NullMarked;
