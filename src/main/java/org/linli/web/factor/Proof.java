package org.linli.web.factor;

/// By what somebody was let in.
public enum Proof {
    /// A code from the app.
    CODE,
    /// One of the codes for whoever lost the app; it is used up.
    RECOVERY
}
