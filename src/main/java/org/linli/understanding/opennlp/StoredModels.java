package org.linli.understanding.opennlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.linli.understanding.examples.Examples;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Models on disk, named by the print of the examples that they were trained from: training happens once a content.
///
/// A folder that cannot be written costs time, nothing else. Every method blocks.
public final class StoredModels {

    private static final Logger LOG = LoggerFactory.getLogger(StoredModels.class);
    private static final String ENDING = ".model";
    private static final int KEPT = 5;

    private final Path folder;
    private final Clock clock;

    public StoredModels(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// The model of these files, stored or trained now.
    ///
    /// @throws BrokenExamples where the files cannot be learnt from
    public IntentModel of(SortedMap<String, String> files) {
        Path file = folder.resolve(Examples.print(files) + "-" + IntentModel.METHOD + ENDING);
        return read(file).orElseGet(() -> train(files, file));
    }

    /// The model that was used last, of those that can be read. Empty where none is stored.
    public Optional<IntentModel> latest() {
        try {
            return newestFirst().stream()
                    .map(this::read)
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<IntentModel> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var stored = Files.newInputStream(file)) {
            var model = IntentModel.read(stored);
            isUsed(file);
            return Optional.of(model);
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("The stored model {} cannot be read ({}), training again", file, unreadable.toString());
            return Optional.empty();
        }
    }

    /// So that the latest can be found. A folder that is only read, as in an image, keeps what was said before.
    private void isUsed(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException readOnly) {
            LOG.debug("{} keeps its time", file);
        }
    }

    private IntentModel train(SortedMap<String, String> files, Path file) {
        var examples = Examples.read(files);
        examples.warnings().forEach(LOG::warn);
        long start = System.nanoTime();
        try {
            var learnt = new Training(examples.all(), Scope.NEIGHBOURS, StoredModels::tell).run();
            LOG.info("Learnt {} examples in {} ms", examples.all().size(), (System.nanoTime() - start) / 1_000_000);
            write(learnt, file);
            return new IntentModel(learnt);
        } catch (IOException impossible) {
            throw new UncheckedIOException("training reads from memory only", impossible);
        }
    }

    /// Learning goes on beside everything else; whoever waits for it sees how far it is.
    private static void tell(double share) {
        LOG.info("Learning the examples: {} %", Math.round(100 * share));
    }

    /// Moved into place whole, so that a start beside this one never reads half a model.
    private void write(StoredMind learnt, Path file) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "new", ".half");
            try (var stored = Files.newOutputStream(half)) {
                learnt.write(stored);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            for (Path old : newestFirst().stream().skip(KEPT).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException unwritable) {
            LOG.warn("The model is not kept ({}), the next start trains again", unwritable.toString());
        }
    }

    private List<Path> newestFirst() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(it -> it.getFileName().toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(StoredModels::used).reversed())
                    .toList();
        }
    }

    private static FileTime used(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
