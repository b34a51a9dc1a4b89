package org.linli.platform.jobs;

import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/// Tells what is done because its time had come from what is done because somebody said or did something.
public final class OwnAccord {

    private OwnAccord() {}

    /// The same work, as what its time brought about.
    public static <T> Mono<T> of(Mono<T> work) {
        return work.contextWrite(it -> it.put(OwnAccord.class, true));
    }

    /// Whether whoever asks works by [#of].
    public static boolean is(ContextView context) {
        return context.hasKey(OwnAccord.class);
    }
}
