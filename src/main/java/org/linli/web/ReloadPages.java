package org.linli.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateEngine;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Takes over pages and words that were changed on disk, without a restart.
@Component
class ReloadPages implements Job {

    private final PageWords words;
    private final ITemplateEngine engine;
    private final boolean onDisk = Files.isDirectory(Path.of("templates"));

    ReloadPages(PageWords words, ITemplateEngine engine) {
        this.words = words;
        this.engine = engine;
        // reads files of its own the first time, which the first visitor's event loop must not
        engine.getConfiguration();
    }

    @Override
    public String name() {
        return "reload-pages";
    }

    @Override
    public Duration rest() {
        return onDisk ? Duration.ofSeconds(2) : Duration.ofDays(1);
    }

    @Override
    public Mono<Integer> round() {
        return Mono.fromCallable(this::reload).subscribeOn(Schedulers.boundedElastic());
    }

    private int reload() {
        if (onDisk && words.renew() && engine instanceof TemplateEngine cached) {
            cached.clearTemplateCache();
        }
        return 0;
    }
}
