package org.plenish.web.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.DeniedAttempts;
import org.plenish.web.shared.Role;
import org.plenish.web.shared.UploadGate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** The guard in front of every page: {@link AccessRules} held by Spring Security, with CSRF tokens on every change. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            AccountStore store,
            FirstRun firstRun,
            Clock clock,
            ObjectProvider<ClientRegistrationRepository> identityProviders,
            ProviderLogin providerLogin,
            LogIns logIns,
            DeniedAttempts denied) {
        RequestMatcher staticFiles = staticFiles();
        RequestMatcher health = new OrRequestMatcher(
                PathPatternRequestMatcher.pathPattern(HttpMethod.GET, AccessRules.HEALTH),
                PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, AccessRules.HEALTH));
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll();
            requests.requestMatchers(staticFiles).permitAll();
            requests.requestMatchers(health).permitAll();
            requests.requestMatchers(HttpMethod.GET, AccessRules.LOGIN, AccessRules.FIRST_RUN)
                    .permitAll();
            requests.requestMatchers(HttpMethod.POST, AccessRules.FIRST_RUN).permitAll();
            for (AccessRule rule : AccessRules.ALL) {
                String[] roles = rule.roles().stream().map(Role::name).toArray(String[]::new);
                rule.kind()
                        .methods()
                        .forEach(method ->
                                requests.requestMatchers(method, rule.path()).hasAnyAuthority(roles));
            }
            requests.requestMatchers(HttpMethod.GET).authenticated();
            requests.requestMatchers(HttpMethod.HEAD).authenticated();
            requests.anyRequest().denyAll();
        });
        // By PasswordLogin, which Spring Security finds; named here again, it would count each failure twice.
        http.formLogin(form -> form.loginPage(AccessRules.LOGIN)
                .usernameParameter("user")
                .passwordParameter("password")
                .failureHandler(refusedLogin()));
        if (identityProviders.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage(AccessRules.LOGIN)
                    .userInfoEndpoint(
                            users -> users.oidcUserService(providerLogin).userService(onlyOpenIdConnect()))
                    .failureHandler(
                            (request, response, cause) -> response.sendRedirect(AccessRules.LOGIN + "?provider")));
        }
        // When the session has ended: it must end even if that cannot be recorded.
        http.logout(logout -> logout.logoutUrl(AccessRules.LOGOUT)
                .logoutSuccessHandler((request, response, authentication) -> {
                    SignedIn.of(authentication).ifPresent(user -> logIns.loggedOut(user, request.getRemoteAddr()));
                    response.sendRedirect(AccessRules.LOGIN + "?out");
                }));
        http.requestCache(cache -> cache.requestCache(pagesToReturnTo()));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(toLogin()).accessDeniedHandler(refused(denied)));
        // What the browser is told beside this is SecurityHeadersFilter's part.
        http.headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()));
        http.addFilterAfter(
                new AccountGate(store, firstRun, new OrRequestMatcher(staticFiles, health), clock),
                HeaderWriterFilter.class);
        http.addFilterAfter(
                new UploadGate(
                        SecurityConfiguration::mostBytesOfUpload,
                        (request, response) -> refused(denied)
                                .handle(request, response, new AccessDeniedException("No files are taken here."))),
                AccountGate.class);
        return http.build();
    }

    private static long mostBytesOfUpload(HttpServletRequest request) {
        Set<Role> roles = SignedIn.find().map(SignedIn::roles).orElse(Set.of());
        return AccessRules.UPLOADS.entrySet().stream()
                .filter(upload -> PathPatternRequestMatcher.pathPattern(HttpMethod.POST, upload.getKey())
                        .matches(request))
                .filter(upload -> AccessRules.mayChange(upload.getKey(), roles))
                .mapToLong(upload -> upload.getValue().toBytes())
                .sum();
    }

    /** Reads no files but those that the gate has let through, not even to show an error. */
    @Bean
    static MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return UploadGate.hasPassed(request) && super.isMultipart(request);
            }
        };
    }

    /** Plain OAuth 2.0 says what an application may do, not who somebody is. */
    private static OAuth2UserService<OAuth2UserRequest, OAuth2User> onlyOpenIdConnect() {
        return request -> {
            LOG.warn(
                    "{} is no OpenID Connect provider: its registration must ask for the scope openid.",
                    request.getClientRegistration().getRegistrationId());
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_scope"));
        };
    }

    private static RequestMatcher staticFiles() {
        return new OrRequestMatcher(AccessRules.STATIC_FILES.stream()
                .<RequestMatcher>map(path -> PathPatternRequestMatcher.pathPattern(HttpMethod.GET, path))
                .toList());
    }

    private static AuthenticationEntryPoint toLogin() {
        return (request, response, cause) -> AccountGate.lead(request, response, AccessRules.LOGIN);
    }

    /** Shows the log-in page again; nothing of what was typed is in an address. */
    private static AuthenticationFailureHandler refusedLogin() {
        return (request, response, cause) -> {
            String reason =
                    cause instanceof TooManyAttemptsException tooMany ? "?wait=" + tooMany.minutesToWait() : "?refused";
            response.sendRedirect(AccessRules.LOGIN + reason);
        };
    }

    private static AccessDeniedHandler refused(DeniedAttempts denied) {
        return (request, response, cause) -> {
            Optional<SignedIn> user = SignedIn.find();
            denied.record(new AuditEntry(
                    user.map(one -> new Actor(one.userName(), one.roles(), request.getRemoteAddr()))
                            .orElseGet(() -> Actor.stranger(request.getRemoteAddr())),
                    "page",
                    request.getRequestURI(),
                    request.getMethod().equals(HttpMethod.GET.name()) ? "read refused" : "change refused",
                    null,
                    null,
                    cause instanceof CsrfException
                            ? "The form did not come from a page of this session."
                            : "None of the person's roles may do this."));
            LOG.warn(
                    "{} {} by {} from {} is refused: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    user.map(SignedIn::userName).orElse("nobody"),
                    request.getRemoteAddr(),
                    cause.getClass().getSimpleName());
            if (user.isEmpty()) {
                // The token or the right to send files went with the session, while the page stayed open.
                AccountGate.lead(request, response, AccessRules.LOGIN + "?ended");
            } else {
                response.sendError(HttpStatus.FORBIDDEN.value());
            }
        };
    }

    /** After the log-in the person gets the page that was asked for, if it was a whole page. */
    @SuppressWarnings("NullAway") // null is documented: it keeps a parameter out of the address
    private static HttpSessionRequestCache pagesToReturnTo() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/**"),
                new NegatedRequestMatcher(new RequestHeaderRequestMatcher("HX-Request"))));
        return cache;
    }
}
