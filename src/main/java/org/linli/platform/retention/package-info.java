/// How long (保存期限) each community keeps which kind of data, set while the program runs.
@NullMarked
@NamedInterface("retention")
package org.linli.platform.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
