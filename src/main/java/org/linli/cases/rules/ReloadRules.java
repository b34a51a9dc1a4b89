package org.linli.cases.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Takes up changed workflows and calendars without a restart, and says once a day which year's holidays are missing.
@Component
class ReloadRules implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadRules.class);

    private final WorkflowFiles workflows;
    private final Calendars calendars;
    private final CaseWords words;
    private final Clock clock;
    private volatile LocalDate told = LocalDate.MIN;

    ReloadRules(WorkflowFiles workflows, Calendars calendars, CaseWords words, Clock clock) {
        this.workflows = workflows;
        this.calendars = calendars;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reload-rules";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Mono<Integer> round() {
        return Mono.<Integer>fromRunnable(this::reload)
                .subscribeOn(Schedulers.boundedElastic())
                .thenReturn(0);
    }

    private void reload() {
        workflows.reload();
        calendars.reload();
        var today = LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE);
        if (!today.equals(told)) {
            told = today;
            missing(today).forEach(it -> LOG.warn("templates/calendars/{}", it.told(words)));
        }
    }

    private List<Fault> missing(LocalDate today) {
        return calendars.faults(today).stream()
                .filter(it -> it.key().equals("no-year"))
                .toList();
    }
}
