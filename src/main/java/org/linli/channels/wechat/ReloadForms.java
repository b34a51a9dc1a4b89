package org.linli.channels.wechat;

import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Takes up changed forms without a restart.
@Component
class ReloadForms implements Job {

    private final Forms forms;

    ReloadForms(Forms forms) {
        this.forms = forms;
    }

    @Override
    public String name() {
        return "reload-wechat-forms";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Mono<Integer> round() {
        return Mono.fromRunnable(this::reload)
                .subscribeOn(Schedulers.boundedElastic())
                .thenReturn(0);
    }

    private void reload() {
        if (forms.mayChange()) {
            forms.reload();
        }
    }
}
