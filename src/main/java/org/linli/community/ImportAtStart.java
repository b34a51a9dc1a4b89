package org.linli.community;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.linli.platform.jobs.AtStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Imports the file that the start was told of, and the demo community where there is no community yet.
@Component
@Order(100)
class ImportAtStart implements AtStart {

    private static final String DEMO = "deploy/demo/community.yaml";

    private final ImportCommunity imports;
    private final Communities communities;
    private final String file;
    private final boolean demo;

    /// @param demo whether the program shows itself with a made-up community
    ImportAtStart(
            ImportCommunity imports,
            Communities communities,
            @Value("${linli.community.import:}") String file,
            @Value("${linli.demo}") boolean demo) {
        this.imports = imports;
        this.communities = communities;
        this.file = file;
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
        return file.isEmpty() ? Mono.empty() : imports.from(Path.of(file)).then();
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
