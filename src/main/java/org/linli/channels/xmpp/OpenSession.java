package org.linli.channels.xmpp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jxmpp.jid.parts.Localpart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Connects and signs in.
///
/// Every replica asks for the same resource: a server has it once, and ends the connection that had it before
/// (RFC 6120, 7.7.2.2). So even a replica that overslept the end of its lease never listens beside its successor.
@Component
class OpenSession {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSession.class);
    private static final String RESOURCE = "linli";

    private final XmppSettings settings;
    private final WatchRooms watch;

    OpenSession(XmppSettings settings, WatchRooms watch) {
        this.settings = settings;
        this.watch = watch;
    }

    /// Never empty. Signals whatever kept it from connecting.
    Mono<Session> to(XmppAccount account, long fence) {
        return Mono.fromCallable(() -> open(account, fence)).subscribeOn(Schedulers.boundedElastic());
    }

    private Session open(XmppAccount account, long fence) throws Exception {
        var connection = new XMPPTCPConnection(configuration(account));
        connection.setReplyTimeout(settings.patience().toMillis());
        // one letter that nobody can read must not end the connection, and is not shown to the log either
        connection.setParsingExceptionCallback(unreadable -> LOG.warn(
                "XMPP account '{}' got something unreadable, skips it ({})",
                account.id(),
                unreadable.getParsingException().getClass().getSimpleName()));
        connection.setUseStreamManagement(false);
        var roster = Roster.getInstanceFor(connection);
        roster.setRosterLoadedAtLogin(false);
        // who has us among their contacts gets our answers even where strangers are held back
        roster.setSubscriptionMode(Roster.SubscriptionMode.accept_all);
        var session = new Session(account, fence, connection, new Answers(settings.patience()));
        connection.addSyncStanzaListener(new Receive(session, watch), _ -> true);
        connection.addConnectionListener(session);
        try {
            connection.connect().login();
        } catch (Exception failed) {
            connection.disconnect();
            throw failed;
        }
        session.bring(new Said.Look(account.address()));
        return session;
    }

    private XMPPTCPConnectionConfiguration configuration(XmppAccount account)
            throws IOException, GeneralSecurityException {
        Localpart name = account.address().getLocalpart();
        var configuration = XMPPTCPConnectionConfiguration.builder()
                .setXmppDomain(account.address().asDomainBareJid())
                .setUsernameAndPassword(name, account.password())
                .setResource(RESOURCE)
                .setConnectTimeout((int) settings.patience().toMillis())
                .setSecurityMode(
                        switch (account.security()) {
                            case TLS -> SecurityMode.required;
                            case PLAIN -> SecurityMode.disabled;
                        });
        if (account.host() != null) {
            configuration.setHost(account.host()).setPort(account.port());
        }
        if (account.certificate() != null) {
            configuration.setCustomX509TrustManager(trusting(account.certificate()));
        }
        return configuration.build();
    }

    private static X509TrustManager trusting(Path certificates) throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(certificates)) {
            for (Certificate it : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                trusted.setCertificateEntry("authority-" + trusted.size(), it);
            }
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
