package org.linli.notices.writing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.linli.platform.jobs.Job;
import org.linli.platform.words.Folder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The files of `templates/notices`, taken up without a restart. One that is broken is not offered, and both the
/// desk and the log say where.
@Component
public class NoticeTemplates implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeTemplates.class);
    private static final Folder FOLDER = new Folder("templates/notices");

    private static final String OTHER = "other";

    private record Known(SortedMap<String, String> files, List<NoticeTemplate> templates, List<TemplateFault> faults) {}

    private volatile Known known = read();

    /// Those that staff chooses from, by the names of their files.
    public List<NoticeTemplate> all() {
        return known.templates().stream().filter(it -> it.asked().isEmpty()).toList();
    }

    /// For what many ask; empty where none speaks of it.
    ///
    /// @param theme a label
    public Optional<NoticeTemplate> asked(String theme) {
        return asking(theme).or(() -> asking(OTHER));
    }

    private Optional<NoticeTemplate> asking(String theme) {
        return known.templates().stream().filter(it -> it.asked().equals(theme)).findFirst();
    }

    public Optional<NoticeTemplate> find(String id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public List<TemplateFault> faults() {
        return known.faults();
    }

    @Override
    public String name() {
        return "reload-notice-templates";
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
        if (FOLDER.isOnDisk() && !FOLDER.read(".yml").equals(known.files())) {
            known = read();
        }
    }

    private static Known read() {
        var files = FOLDER.read(".yml");
        var templates = new ArrayList<NoticeTemplate>();
        var faults = new ArrayList<TemplateFault>();
        files.forEach((file, text) -> {
            var found = ReadNoticeTemplate.read(file, text);
            found.template().ifPresent(templates::add);
            faults.addAll(found.faults());
        });
        faults.forEach(it -> LOG.warn(
                "templates/notices/{}, line {}: {} {}; not offered", it.file(), it.line(), it.why(), it.what()));
        return new Known(files, List.copyOf(templates), List.copyOf(faults));
    }
}
