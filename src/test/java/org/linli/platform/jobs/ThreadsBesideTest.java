package org.linli.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.Results;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// What may block or reckon for long does so on threads that the operating system shares out.
@LinliTest
class ThreadsBesideTest {

    @Test
    void noneOfThemIsVirtual() {
        var beside = Mono.fromCallable(Thread::currentThread).subscribeOn(Schedulers.boundedElastic());

        assertThat(Results.result(beside).isVirtual()).isFalse();
    }
}
