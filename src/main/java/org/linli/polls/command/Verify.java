package org.linli.polls.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.linli.platform.console.Options;
import org.linli.platform.console.WrongArguments;
import org.linli.polls.log.CheckKey;
import org.linli.polls.log.Entry;
import org.linli.polls.log.TreeHead;
import org.linli.polls.published.VerifyLedger;
import tools.jackson.databind.json.JsonMapper;

/// `polls verify LEDGER`: prints what was found right as one JSON object on one line.
record Verify(PrintStream out) {

    /// Throws [org.linli.polls.published.Refused].
    void run(List<String> arguments) throws IOException {
        Polls.requireFile(arguments);
        var options = new Options("polls", arguments.subList(1, arguments.size()), Set.of("--key", "--head"), Set.of());
        var verdict = VerifyLedger.check(Files.readAllBytes(Polls.existing(arguments.getFirst())));
        if (options.has("--key") && !key(options).equals(verdict.ledger().key())) {
            throw new WrongArguments("the file is signed with another key than that of --key");
        }
        if (options.has("--head")) {
            VerifyLedger.checkContinues(verdict, head(options));
        }
        out.println(JsonMapper.shared().writeValueAsString(told(verdict)));
    }

    private static CheckKey key(Options options) {
        try {
            return CheckKey.read(options.get("--key", ""));
        } catch (IllegalArgumentException none) {
            throw new WrongArguments("--key: " + none.getMessage());
        }
    }

    private static TreeHead.Signed head(Options options) throws IOException {
        try {
            return TreeHead.Signed.read(Files.readString(Polls.existing(options.get("--head", ""))));
        } catch (IllegalArgumentException none) {
            throw new WrongArguments("--head: " + none.getMessage());
        }
    }

    private static LinkedHashMap<String, Object> told(VerifyLedger.Verdict verdict) {
        var ledger = verdict.ledger();
        var told = new LinkedHashMap<String, Object>();
        told.put("poll", ledger.declared().poll());
        told.put("level", ledger.declared().level().word());
        told.put("entries", ledger.entries().size());
        told.put("heads", ledger.heads().size());
        told.put("ballots", verdict.ballots());
        told.put(
                "voided",
                ledger.entries().stream()
                        .filter(it -> it.kind() == Entry.Kind.VOIDED)
                        .map(Entry::reason)
                        .toList());
        told.put("winners", ledger.winners());
        told.put("recounted", verdict.recounted());
        told.put("key", ledger.key().written());
        return told;
    }
}
