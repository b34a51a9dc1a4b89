package org.linli.platform.traces;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/// Hands every signal on, with the message named in the log meanwhile.
final class MarkedSignals<T> implements CoreSubscriber<T> {

    private final CoreSubscriber<? super T> next;
    private final LogMarks marks;

    MarkedSignals(CoreSubscriber<? super T> next, LogMarks marks) {
        this.next = next;
        this.marks = marks;
    }

    @Override
    public Context currentContext() {
        return next.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        next.onSubscribe(subscription);
    }

    @Override
    public void onNext(T item) {
        var before = LogMarks.put(marks);
        try {
            next.onNext(item);
        } finally {
            LogMarks.put(before);
        }
    }

    @Override
    public void onError(Throwable error) {
        var before = LogMarks.put(marks);
        try {
            next.onError(error);
        } finally {
            LogMarks.put(before);
        }
    }

    @Override
    public void onComplete() {
        var before = LogMarks.put(marks);
        try {
            next.onComplete();
        } finally {
            LogMarks.put(before);
        }
    }
}
