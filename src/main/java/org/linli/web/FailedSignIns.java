package org.linli.web;

import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords.Account;
import org.linli.web.Attempts.Whence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the log says of sign-ins that failed: whose, and a print of the address, by which lines of one address are
/// found. Never what was typed, nor a name that nobody has: some type their password there.
final class FailedSignIns {

    private static final Logger LOG = LoggerFactory.getLogger(FailedSignIns.class);

    private FailedSignIns() {}

    static void wrongPassword(Account account, Whence whence) {
        String whose = account.staff().isEmpty() ? "nobody" : account.staff() + "@" + account.community();
        LOG.info("a password was wrong: of {}, from {}", whose, whence.address());
    }

    static void wrongCode(StaffMember member, Whence whence) {
        LOG.info("a code was wrong: of {}@{}, from {}", member.id(), member.community(), whence.address());
    }

    static void tooMany(Whence whence) {
        LOG.warn("too many sign-ins of one name, from now on refused unread, from {}", whence.address());
    }
}
