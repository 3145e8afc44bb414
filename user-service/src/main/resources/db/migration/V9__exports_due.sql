-- Every poll asks for those under way, which export_requests_pending has, and for files whose time is over.
drop index export_requests_open;
create index export_requests_expiring on export_requests (expires_at) where status = 'READY';
