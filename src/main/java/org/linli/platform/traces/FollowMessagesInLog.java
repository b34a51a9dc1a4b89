package org.linli.platform.traces;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where the log is read by programs (`linli.log`), each line about a message names it, on whatever thread.
@Component
class FollowMessagesInLog implements DisposableBean {

    private final boolean follows;

    FollowMessagesInLog(@Value("${linli.log:}") String format) {
        this.follows = !format.isBlank();
        if (follows) {
            MessageInLog.onEveryThread();
        }
    }

    @Override
    public void destroy() {
        if (follows) {
            MessageInLog.onThisThreadOnly();
        }
    }
}
