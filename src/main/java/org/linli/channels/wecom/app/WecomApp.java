package org.linli.channels.wecom.app;

import java.util.Map;
import java.util.stream.Collectors;
import org.linli.channels.tencent.OfNow;
import org.linli.channels.tencent.Seal;
import org.linli.channels.wecom.Caller;
import org.linli.channels.wecom.Corp;
import org.linli.channels.wecom.Gate;
import org.linli.channels.wecom.WecomSettings;

/// An app of ours, ready to hear and to speak.
record WecomApp(Corp corp, Corp.App settings, Seal seal, Caller caller) {

    /// By their ids.
    static Map<String, WecomApp> all(WecomSettings settings) {
        return settings.corps().stream()
                .flatMap(corp -> corp.apps().stream().map(app -> of(corp, app)))
                .collect(Collectors.toUnmodifiableMap(it -> it.settings().id(), it -> it));
    }

    static WecomApp of(Corp corp, Corp.App app) {
        Seal seal = app.seal(corp.corpId());
        return new WecomApp(corp, app, seal, new Caller(corp, "app", app.id(), app.secret()));
    }

    Gate gate(OfNow ofNow) {
        return new Gate(seal, ofNow);
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
