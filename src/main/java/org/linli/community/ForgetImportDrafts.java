package org.linli.community;

import java.time.Duration;
import java.util.Optional;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Forgets files that were reviewed and not imported: they may hold residents.
@Component
class ForgetImportDrafts implements Job {

    private final ImportDrafts drafts;

    ForgetImportDrafts(ImportDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "forget-import-drafts";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Optional<Duration> keptFor() {
        return Optional.of(ImportDrafts.KEPT);
    }

    @Override
    public Mono<Integer> round() {
        return drafts.forget();
    }
}
