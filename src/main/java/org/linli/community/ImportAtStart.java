package org.linli.community;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.linli.community.file.UnusableFile;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.AtStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Imports the file that the start was told of, and the demo community where there is no community yet.
///
/// A file that cannot be imported stops only the start of a program that has no community to serve, and the command
/// that does nothing else. Otherwise what is there is kept and served: the file may have been right until
/// somebody closed a place from the page. [LeftAtStart] remembers what was left out and why.
@Component
@Order(100)
class ImportAtStart implements AtStart {

    private static final Logger LOG = LoggerFactory.getLogger(ImportAtStart.class);

    private static final String DEMO = "deploy/demo/community.yaml";

    private final ImportCommunity imports;
    private final Communities communities;
    private final LeftAtStart left;
    private final String file;
    private final boolean only;
    private final boolean demo;

    /// @param only whether the program was started for nothing but the import
    /// @param demo whether the program shows itself with a made-up community
    ImportAtStart(
            ImportCommunity imports,
            Communities communities,
            LeftAtStart left,
            @Value("${linli.community.import:}") String file,
            @Value("${linli.community.import-only:false}") boolean only,
            @Value("${linli.demo}") boolean demo) {
        this.imports = imports;
        this.communities = communities;
        this.left = left;
        this.file = file;
        this.only = only;
        this.demo = demo;
    }

    @Override
    public String name() {
        return "import-community";
    }

    @Override
    public Mono<Void> run() {
        return told().then(demoWhereEmpty());
    }

    private Mono<Void> told() {
        return file.isEmpty()
                ? Mono.empty()
                : imports.from(Path.of(file)).then().onErrorResume(UnusableFile.class, this::leave);
    }

    private Mono<Void> leave(UnusableFile why) {
        return communities
                .all()
                .hasElements()
                .filter(any -> any && !only)
                .switchIfEmpty(Mono.error(() -> why))
                .flatMap(_ -> imports.about(Path.of(file)).switchIfEmpty(onlyOne()))
                .singleOptional()
                .doOnNext(about -> tell(about.orElse(null), why))
                .then();
    }

    /// Empty where there are several.
    private Mono<CommunityId> onlyOne() {
        return communities
                .all()
                .collectList()
                .filter(all -> all.size() == 1)
                .map(all -> all.getFirst().id());
    }

    private void tell(@Nullable CommunityId about, UnusableFile why) {
        String name = String.valueOf(Path.of(file).getFileName());
        left.left(name, about, why);
        LOG.warn(
                "nothing of {} was imported, what is there is served; mend it and start again, or import it at the"
                        + " desk:\n{}",
                name,
                why.getMessage());
    }

    private Mono<Void> demoWhereEmpty() {
        return !demo ? Mono.empty() : communities.all().hasElements().flatMap(any -> any ? Mono.empty() : demo());
    }

    private Mono<Void> demo() {
        return Mono.fromCallable(ImportAtStart::demoBytes)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(it -> imports.from("community.yaml", it))
                .then();
    }

    private static byte[] demoBytes() throws IOException {
        var onDisk = Path.of(DEMO);
        return Files.exists(onDisk) ? Files.readAllBytes(onDisk) : new ClassPathResource(DEMO).getContentAsByteArray();
    }
}
