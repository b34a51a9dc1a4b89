package org.linli.understanding;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.Folder;
import org.linli.understanding.examples.BrokenExamples;
import org.linli.understanding.examples.Examples;
import org.linli.understanding.opennlp.IntentModel;
import org.linli.understanding.opennlp.StoredModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The model in use. Learnt beside the rest of the start, and ready before the first message can come in; what is also
/// learnt joins it seconds later.
@Component
class LearntIntents implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LearntIntents.class);

    private static final String LATEST = "latest";

    private final Folder folder;
    private final AlsoLearnt also;
    private final StoredModels models;
    private final CompletableFuture<IntentModel> first;
    private volatile @Nullable IntentModel current;
    private volatile String print = "";
    private volatile String used = LATEST;

    LearntIntents(UnderstandingProperties properties, AlsoLearnt also, Clock clock) {
        this.folder = new Folder(properties.intents());
        this.also = also;
        this.models = properties.models(clock);
        this.first = CompletableFuture.supplyAsync(this::learnFirst).thenApply(LearntIntents::warm);
    }

    /// Waits only where it is asked for before [#start] has ended.
    IntentModel model() {
        var learnt = current;
        return learnt == null ? first.join() : learnt;
    }

    /// Names the examples that the model in use was learnt from; `latest` where those of an earlier start stay in use.
    String print() {
        return used;
    }

    /// Learns again if the files have changed. Broken files leave the model as it is and are named in the log, once.
    /// Blocking.
    ///
    /// @return whether there is a new model
    boolean refresh() {
        try {
            var files = files();
            return isNew(Examples.print(files)) && learn(files);
        } catch (BrokenExamples unreadable) {
            return isNew(String.join("\n", unreadable.faults())) && stay(unreadable);
        }
    }

    private boolean isNew(String found) {
        boolean changed = !found.equals(print);
        print = found;
        return changed;
    }

    private boolean learn(SortedMap<String, String> files) {
        try {
            current = models.of(files);
            used = Examples.print(files);
            LOG.info("The intents have changed and are in use from now on");
            return true;
        } catch (BrokenExamples broken) {
            return stay(broken);
        }
    }

    private static boolean stay(BrokenExamples broken) {
        LOG.error("The changed intents are broken, the old ones stay in use:\n{}", broken.getMessage());
        return false;
    }

    /// @throws BrokenExamples where a file is not in UTF-8
    private SortedMap<String, String> files() {
        try {
            return also.over(folder.readWhole(".yml"));
        } catch (UncheckedIOException unreadable) {
            throw new BrokenExamples(List.of(String.valueOf(unreadable.getMessage())));
        }
    }

    private IntentModel learnFirst() {
        try {
            var files = files();
            print = Examples.print(files);
            used = print;
            return models.of(files);
        } catch (BrokenExamples broken) {
            used = LATEST;
            LOG.error("The intents are broken, those of the last start stay in use:\n{}", broken.getMessage());
            return models.latest().orElseThrow(() -> broken);
        }
    }

    /// Its tables are read from disk at the first use, which must not be a resident's message on an event loop.
    private static IntentModel warm(IntentModel model) {
        model.rank("你好", false);
        return model;
    }

    @Override
    public void start() {
        current = first.join();
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return current != null;
    }

    /// Before jobs and the web server, which start last.
    @Override
    public int getPhase() {
        return 0;
    }
}
