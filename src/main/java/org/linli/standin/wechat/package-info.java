/// WeChat's side of an official account, by the platform's own pages: what it checks, what it remembers, what it sends.
@NullMarked
package org.linli.standin.wechat;

import org.jspecify.annotations.NullMarked;
