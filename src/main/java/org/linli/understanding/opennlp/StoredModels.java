package org.linli.understanding.opennlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.linli.understanding.examples.Examples;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Models on disk, named by the print of the examples that they were trained from: training happens once a content.
///
/// A folder that cannot be written costs time, nothing else, unless somebody asks for what is [kept][#keep]. Every
/// method blocks.
public final class StoredModels {

    private static final Logger LOG = LoggerFactory.getLogger(StoredModels.class);
    private static final String ENDING = ".model";
    private static final int KEPT = 5;
    private static final Comparator<Path> NEWEST_FIRST =
            Comparator.comparing(StoredModels::used).reversed();

    private final List<Path> folders;
    private final Clock clock;

    /// @param folders that are read; the first that can be written keeps what is trained
    public StoredModels(List<Path> folders, Clock clock) {
        this.folders = List.copyOf(folders);
        this.clock = clock;
    }

    /// The model of these files, stored or trained now.
    ///
    /// @throws BrokenExamples where the files cannot be learnt from
    public IntentModel of(SortedMap<String, String> files) {
        return stored(files).orElseGet(() -> {
            var learnt = train(files);
            try {
                write(learnt, name(files));
            } catch (IOException unwritable) {
                LOG.warn("The model is not kept ({}), the next start trains again", unwritable.getMessage());
            }
            return new IntentModel(learnt);
        });
    }

    /// Afterwards the model of these files is stored: trained now, unless it is there.
    ///
    /// @throws BrokenExamples where the files cannot be learnt from
    /// @throws IOException    where no folder can be written, with one line that says why
    public void keep(SortedMap<String, String> files) throws IOException {
        if (stored(files).isEmpty()) {
            write(train(files), name(files));
        }
    }

    private static String name(SortedMap<String, String> files) {
        return Examples.print(files) + "-" + IntentModel.METHOD + ENDING;
    }

    private Optional<IntentModel> stored(SortedMap<String, String> files) {
        String name = name(files);
        return folders.stream()
                .map(it -> read(it.resolve(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// The model that was used last, of those that can be read. Empty where none is stored.
    public Optional<IntentModel> latest() {
        return folders.stream()
                .flatMap(it -> stored(it).stream())
                .sorted(NEWEST_FIRST)
                .map(this::read)
                .flatMap(Optional::stream)
                .findFirst();
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

    private static StoredMind train(SortedMap<String, String> files) {
        var examples = Examples.read(files);
        examples.warnings().forEach(LOG::warn);
        long start = System.nanoTime();
        try {
            var learnt = new Training(examples.all(), Scope.NEIGHBOURS, StoredModels::tell).run();
            LOG.info("Learnt {} examples in {} ms", examples.all().size(), (System.nanoTime() - start) / 1_000_000);
            return learnt;
        } catch (IOException impossible) {
            throw new UncheckedIOException("training reads from memory only", impossible);
        }
    }

    /// Learning goes on beside everything else; whoever waits for it sees how far it is.
    private static void tell(double share) {
        LOG.info("Learning the examples: {} %", Math.round(100 * share));
    }

    /// In the first folder that can be written.
    private void write(StoredMind learnt, String name) throws IOException {
        var troubles = new ArrayList<String>();
        for (Path folder : folders) {
            try {
                write(learnt, folder, name);
                return;
            } catch (IOException unwritable) {
                troubles.add("%s (%s)".formatted(folder, unwritable));
            }
        }
        throw new IOException("what was learnt cannot be kept in " + String.join(" or ", troubles));
    }

    /// Moved into place whole, so that a start beside this one never reads half a model.
    private static void write(StoredMind learnt, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, "new", ".half");
        try (var stored = Files.newOutputStream(half)) {
            learnt.write(stored);
        }
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (Path old : stored(folder).stream().sorted(NEWEST_FIRST).skip(KEPT).toList()) {
            Files.deleteIfExists(old);
        }
    }

    /// None where the folder cannot be read.
    private static List<Path> stored(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(it -> it.getFileName().toString().endsWith(ENDING))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
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
