/// WeCom, played: a corporation with an app, an AI bot and a robot that share one group.
@NullMarked
package org.linli.standin.wecom;

import org.jspecify.annotations.NullMarked;
